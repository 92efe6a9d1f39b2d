// An archer's name, with the way to their own page where there is one: only the appliance has it.
import { athletePath } from '../store/followed-athletes.ts';
import { isAway } from '../store/page-origin.ts';

interface AthleteLinkProps {
  readonly competition: string;
  readonly entry: number;
  readonly name: string;
  readonly className: string | undefined;
}

export function AthleteLink({ competition, entry, name, className }: AthleteLinkProps) {
  if (isAway()) return <span className={className}>{name}</span>;
  return (
    <a className={className} href={athletePath(competition, entry)}>
      {name}
    </a>
  );
}
