// An order-statistic tree of score lines.
export class RankingTree {}
