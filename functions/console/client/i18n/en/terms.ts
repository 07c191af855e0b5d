/** The words of the field: states, channels, topics, roles. */
export const terms = {
  state: {
    draft: 'Draft',
    submitted: 'In review',
    approved: 'Approved once',
    scheduled: 'Scheduled',
    running: 'Running',
    paused: 'Paused',
    completed: 'Completed',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  channel: { email: 'Email', push: 'Push', sms: 'SMS' },
  topic: { news: 'News', offers: 'Offers', articles: 'Articles', recommendations: 'Recommendations' },
  role: {
    marketer: 'Marketer',
    approver: 'Approver',
    'notice-author': 'Notice author',
    'notice-releaser': 'Notice releaser',
    'privacy-officer': 'Privacy officer',
    support: 'Support',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
};
