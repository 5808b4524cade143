import Ajv from 'ajv';
import { assessedPeriod } from '../__testUtils__/assessedPeriod';
import { filesOfAssessment } from './filesOfAssessment';
import schema from './oscal/conformance/assessment-results-1.1.2.part.json';
import type { AssessmentResults } from './oscal/oscalTypes';
import { reportPdf } from './reportPdf';

jest.setTimeout(60_000);

const isOscal = new Ajv({ allErrors: true }).compile<AssessmentResults>(schema);

async function textsOf(...[change]: Parameters<typeof assessedPeriod>) {
  const files = await filesOfAssessment(assessedPeriod(change), async () =>
    Buffer.from('%PDF'),
  );
  return new Map(
    files.map(({ name, content }) => [name, Buffer.from(content).toString()]),
  );
}
const wordsOf = (texts: Map<string, string>) =>
  texts
    .get('report.html')!
    .replace(/<(style|svg)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('\u00a0', ' ');

describe('the report of an assessment', () => {
  it('tells who prepared and approved it, each control over its days, and what it comes to', async () => {
    const words = wordsOf(await textsOf());
    for (const said of [
      'Assessment 2, November 2026: Contoso',
      'From 2026-11-01 00:00 UTC to 2026-11-30 23:59 UTC',
      'user:default/decider, 2026-12-03 09:00 UTC',
      'Which policy was that?',
      // Two days without data, ten that were not met.
      '18 met, 10 not met, 2 no data',
      '18 of 30',
      '0 of 0',
      '2026-11-03 to 2026-11-12',
      '2026-11-10 08:00 UTC: 2-aa to 3-bb',
      'At 113 of 114 syncs',
      '30.5',
      'Registration is not enforcement',
    ]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain('Not approved');
  });

  it('says of a draft that nobody approved it, and what is not known', async () => {
    const { assessment } = assessedPeriod();
    const words = wordsOf(
      await textsOf({
        state: 'draft',
        steps: assessment.steps.slice(0, 1),
        fingerprint: null,
        result: { ...assessment.result, lost: null, snapshots: null },
      }),
    );
    for (const said of [
      'Not approved: this is a draft.',
      'nobody yet',
      'Nothing was on record in this period.',
      'people of that time are not kept any more',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('stays text, whatever somebody wrote, and is the same bytes again', async () => {
    const hostile = `<script>alert("x")</script>&\u0007'ß€ Ünïcode`;
    const [step] = assessedPeriod().assessment.steps;
    const odd = {
      title: hostile,
      steps: [{ ...step, note: hostile }],
      comments: [
        { comment: 1, by: hostile, at: step.at, text: hostile, control: null },
      ],
    };
    const html = (await textsOf(odd)).get('report.html')!;
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u0007');
    const first = await filesOfAssessment(assessedPeriod(odd), reportPdf);
    const again = await filesOfAssessment(assessedPeriod(odd), reportPdf);
    for (const [place, { name, content }] of first.entries()) {
      const other = Buffer.from(again[place].content);
      expect([name, Buffer.from(content).equals(other)]).toEqual([name, true]);
    }
  });
});

it('is OSCAL over the period: satisfied is what was met on every day', async () => {
  const text = (await textsOf()).get('oscal/assessment-results.json')!;
  const document: AssessmentResults = JSON.parse(text);
  expect([isOscal(document), isOscal.errors]).toEqual([true, null]);
  const [result] = document['assessment-results'].results;
  expect([result.start, result.end]).toEqual([
    '2026-11-01T00:00:00.000Z',
    '2026-11-30T23:59:59.999Z',
  ]);
  const { controls } = assessedPeriod().assessment.result;
  const satisfied = result
    .findings!.filter(({ target }) => target.status.state === 'satisfied')
    .map(({ props }) => props.find(({ name }) => name === 'control')!.value);
  expect(satisfied).toEqual(
    controls
      .filter(({ days }) => days.met === 30)
      .map(({ control }) => control),
  );
  expect(satisfied.length).toBeGreaterThan(2);
  const uuids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, one]) => one);
  expect(new Set(uuids).size).toBe(uuids.length);
  const pointed = [
    ...text.matchAll(/"(?:[a-z]+-uuid)":"([^"]+)"|"href":"#([^"]+)"/g),
  ].map(([, uuid, href]) => uuid ?? href);
  expect(pointed.filter(one => !uuids.includes(one))).toEqual([]);
});
