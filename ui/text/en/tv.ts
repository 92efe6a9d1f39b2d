// TVs, announcements, and what is under review.
export const tv = {
  'tv.title': 'TV',
  'tv.waiting': 'Take this screen at the desk, under Screens',
  'tv.blank': 'Switched to black by the desk',
  'tv.nothing': 'There is nothing to show yet',
  'tv.targets': 'Who shoots where',
  'tv.schedule': 'Schedule',
  'tv.announcements': 'Announcements',
  'tv.announcements.none': 'Nothing is announced',
  'show.underReview': '{what}: under review. What you see is as it stood before',
  'show.dismiss': 'Hide',
  'show.announcement': 'Announcement',
} as const;
