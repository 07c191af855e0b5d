/** The report of a campaign: outcomes, proof, groups, experiment. */
export const report = {
  title: (name: string) => `Report: ${name}`,
  notStarted: 'It has not started',
  notStartedBody: 'The report begins with the first hand-over. Until then the plan says who would get it.',
  toPlan: 'To the plan',
  csv: 'Download CSV',
  json: 'Download JSON',
  downloaded: 'The file is in your downloads.',
  from: (when: string) => `Started ${when}`,
  until: (when: string) => `ended ${when}`,
  runs: 'still running',
  partly: (percent: string) =>
    `It was cancelled after ${percent} of the audience had been decided. The rest was not looked at, and got nothing. All figures here speak of those decided.`,
  key: {
    audience: 'Audience',
    decided: 'Decided',
    sent: 'Handed over',
    delivered: 'Delivered',
    bounced: 'Came back',
    opened: 'Opened',
    clicked: 'Clicked',
    ofAudience: (percent: string) => `${percent} of the audience`,
    ofDecided: (percent: string) => `${percent} of those decided`,
    ofMails: (percent: string) => `${percent} of the mails handed over`,
    ofMeasured: (percent: string, measured: string) => `${percent} of ${measured} measured`,
  },
  fates: {
    title: 'What became of the planned sends',
    chart: (planned: string, parts: string) => `Of ${planned} planned sends: ${parts}.`,
    planned: 'Planned sends',
    adds: (planned: string) =>
      `It adds up: every one of the ${planned} planned sends has exactly one outcome.`,
    addsPartly: (planned: string) =>
      `It adds up, of those decided: every one of their ${planned} planned sends has exactly one outcome.`,
    wrong: (planned: string, parts: string) =>
      `It does not add up: ${planned} planned sends, but ${parts} outcomes. Please tell the people who run the service.`,
    outcome: 'Outcome',
    sends: 'Sends',
    later: (count: string) =>
      `${count} of the stopped ones were decided again as a skip just before the hand-over: the person had refused in the meantime, or another rule had changed.`,
    ofThese: 'Of the accepted ones',
  },
  fate: {
    accepted: 'Accepted',
    disabled: 'Phone gone',
    failed: 'Failed',
    inDoubt: 'In doubt',
    stopped: 'Stopped',
    pending: 'Still to be sent',
    delivered: 'Delivered',
    bounced: 'Came back',
    complained: 'Complaints',
  },
  words: {
    accepted: 'The mail or push service took it.',
    disabled: 'The app was removed or its token is no longer valid; the contact is not used again.',
    failed: 'The service refused it for good, for example for a wrong address.',
    inDoubt:
      'A sender stopped between the hand-over and writing it down, so nobody can know. Marketing is then not sent again: better once too few than twice.',
    stopped: 'It was not handed over: the check just before sending said no, or the campaign was cancelled.',
    pending: 'It waits for its wave, for its turn, or for the campaign to go on.',
    delivered: 'The mail provider of the reader confirmed it. Push services do not say this.',
    bounced: 'The mail provider of the reader sent it back.',
    complained: 'The reader reported it as spam; the address gets no more marketing.',
  },
  proof: {
    title: 'Hand-overs after an opt-out',
    zero: 'Nobody who had said no was sent to.',
    zeroWords:
      'Every opt-out since the start was held against the hand-overs of this campaign: none began more than 5 seconds after the person had refused.',
    some: (count: string) => `${count} hand-overs began after the person had refused.`,
    someWords: 'This must not happen. Please tell the privacy officer and the people who run the service.',
  },
  engagement: {
    title: 'Opens and clicks',
    measured: (measured: string, accepted: string) =>
      `Only people who agreed to profiling are measured: ${measured} of ${accepted} accepted sends. Nothing is known of the others, and nothing is assumed.`,
    none: 'Nobody who got it has agreed to profiling, so nothing is measured.',
    line: (name: string, count: string, measured: string, percent: string) =>
      `${name}: ${count} of ${measured} (${percent})`,
  },
  groups: {
    title: 'By group',
    choose: 'Group by',
    channel: 'Channel',
    country: 'Country',
    locale: 'Language of the text',
    variant: 'Text',
    arm: 'Arm of the test',
    planned: 'Planned',
    measured: 'Measured',
    few: '< 10',
    fewSaid: 'fewer than 10',
    hidden: 'not shown',
    hint: 'Figures from 1 to 9 are shown as “< 10”, so that nobody can be recognised; “other” adds up groups that small.',
    chart: (name: string, parts: string) => `${name}: ${parts}.`,
    chartPart: (group: string, value: string) => `${group} ${value}`,
    measureOf: 'Show',
    generic: 'For everybody',
    personalised: 'Personalised',
  },
  experiment: {
    title: 'Test',
    lead: (percent: string) =>
      `Rates with their uncertainty: with ${percent} certainty all true rates lie inside the lines together.`,
    holdout: 'Control group',
    arm: (name: string) => `Arm ${name}`,
    inWords: {
      better: (arm: string, other: string, low: string, high: string) =>
        `${arm} is ${low} to ${high} percentage points better than ${other}.`,
      worse: (arm: string, other: string, low: string, high: string) =>
        `${arm} is ${low} to ${high} percentage points worse than ${other}.`,
      unclear: (arm: string, other: string) => `No difference between ${arm} and ${other} can be told yet.`,
    },
    metric: {
      opened: 'Opened (of measured)',
      clicked: 'Clicked (of measured)',
      complained: 'Complaints (of accepted)',
      optOut: 'Opt-outs within 14 days',
    },
    lessIsBetter: 'Less is better.',
    rate: 'Rate',
    interval: 'Between',
    between: (low: string, high: string) => `${low} – ${high}`,
    ofN: (n: string, of: string) => `${n} of ${of}`,
    chart: (metric: string, parts: string) => `${metric}: ${parts}.`,
    chartPart: (arm: string, rate: string, low: string, high: string) =>
      `${arm} ${rate}, between ${low} and ${high}`,
    few: 'There are not enough people to compare yet.',
  },
};
