import { makeValidator } from '@backstage/catalog-model';
import { bases, personStates } from 'backstage-plugin-entra-mfa-common';
import type { Marks } from './Marks';
import { markEntity } from './markEntity';
import { marksOfGroup } from './marksOfGroup';
import { marksOfUser } from './marksOfUser';
import { groupEntity } from '../__testUtils__/entities';

const validator = makeValidator();

/** Whatever the catalog would refuse. */
function invalid(marks: Marks): string[] {
  const { annotations, labels, tags } = marks;
  return [
    ...Object.keys(annotations).filter(k => !validator.isValidAnnotationKey(k)),
    ...Object.keys(labels).filter(k => !validator.isValidLabelKey(k)),
    ...Object.values(labels).filter(v => !validator.isValidLabelValue(v)),
    ...tags.filter(tag => !validator.isValidTag(tag)),
  ];
}

describe('marks', () => {
  it.each(
    bases.flatMap(basis => personStates.map(state => [state, basis] as const)),
  )('of a person who is %s by %s are valid in the catalog', (state, basis) => {
    expect(invalid(marksOfUser(state, basis)!)).toEqual([]);
  });

  it.each([
    [{ permille: 0, met: false }, '0.0 %', 'missed', ['mfa-target-missed']],
    [{ permille: 949, met: false }, '94.9 %', 'missed', ['mfa-target-missed']],
    [{ permille: 1000, met: true }, '100.0 %', 'met', ['mfa-target-met']],
    [{ permille: 1000, met: null }, '100.0 %', 'stale', []],
    [{ permille: null, met: null }, undefined, 'nobody', []],
    [{ permille: null, met: null, hidden: true }, undefined, 'hidden', []],
  ])('of a team with %j', (group, coverage, target, tags) => {
    const marks = marksOfGroup(group);
    expect(marks.annotations['entra-mfa/coverage']).toBe(coverage);
    expect(marks.labels['entra-mfa/target']).toBe(target);
    expect(marks.tags).toEqual(tags);
    expect(invalid(marks)).toEqual([]);
  });

  it('are none for a state that a newer backend has', () => {
    expect(marksOfUser('paused', 'registered')).toBeUndefined();
    expect(marksOfUser('toString', 'registered')).toBeUndefined();
  });

  it('replace marks of ours that the source brings along, and nothing else', () => {
    const entity = groupEntity('payments', {
      'entra-mfa/coverage': '12.0 %',
      'entra-mfa/target': '90',
    });
    entity.metadata.tags = ['mfa-target-met', 'core'];
    entity.metadata.labels = { 'entra-mfa/target': 'met', tier: 'one' };

    const marked = markEntity(
      entity,
      marksOfGroup({ permille: 500, met: false }),
    );
    expect(marked.metadata).toMatchObject({
      labels: { 'entra-mfa/target': 'missed', tier: 'one' },
      tags: ['core', 'mfa-target-missed'],
    });
    expect(marked.metadata.annotations).toMatchObject({
      'entra-mfa/coverage': '50.0 %',
      'entra-mfa/target': '90',
    });
    expect(markEntity(marked, undefined).metadata.tags).toEqual(['core']);
  });
});
