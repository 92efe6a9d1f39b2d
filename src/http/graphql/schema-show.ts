// What the public is told beside the results: announcements, and what is under review.

export const showSchema = /* GraphQL */ `
type Show {
  "Also those that are over: whoever shows them knows the time. None of them is here once it is withdrawn."
  announcements: [Announcement!]!
  "What a judge holds back: everybody but the organiser sees it as it stood. The oldest first."
  underReview: [UnderReview!]!
}

type Announcement {
  id: ID!
  "In the organiser's words, one line."
  text: String!
  place: AnnouncementPlace!
  "Milliseconds since 1970, by the appliance's clock."
  from: Float!
  "Null: until it is withdrawn."
  until: Float
}

enum AnnouncementPlace {
  "TVs, phones, tablets and pages elsewhere"
  everywhere
  "TVs only"
  screens
}

"A category, or a match of an event."
type UnderReview {
  category: String
  event: ID
  match: ID
  "Since when, milliseconds since 1970."
  at: Float!
}
`;
