const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Jest's own order, longest first, but for machines that have not run the tests yet: there it takes a
 * large file for a long one. A page takes long to test however small the file is, and one that comes
 * last leaves the other workers without work.
 */
module.exports = class PagesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const unknown = sorted.some(({ duration }) => duration === undefined);
    const isPage = ({ path }) => path.endsWith('.tsx');
    return unknown
      ? [...sorted.filter(isPage), ...sorted.filter(test => !isPage(test))]
      : sorted;
  }
};
