const { setFlagsFromString } = require('node:v8');

/**
 * For processes that end soon: V8 optimizes a function once it has run eight times as often as it otherwise waits for.
 * What it makes of most of them costs a test, a check or a compilation more than it gives back: 15 % of their time.
 */
setFlagsFromString('--interrupt-budget=500000');
