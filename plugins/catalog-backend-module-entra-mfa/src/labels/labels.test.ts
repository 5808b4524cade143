import { makeValidator } from '@backstage/catalog-model';
import {
  bases,
  personStates,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntityLabels } from './EntityLabels';
import { labelEntity } from './labelEntity';
import { labelsOfGroup } from './labelsOfGroup';
import { labelsOfUser } from './labelsOfUser';
import { groupEntity } from '../__testUtils__/entities';

const validator = makeValidator();

/** Whatever the catalog would refuse. */
function invalid(entityLabels: EntityLabels): string[] {
  const { annotations, labels, tags } = entityLabels;
  return [
    ...Object.keys(annotations).filter(k => !validator.isValidAnnotationKey(k)),
    ...Object.keys(labels).filter(k => !validator.isValidLabelKey(k)),
    ...Object.values(labels).filter(v => !validator.isValidLabelValue(v)),
    ...tags.filter(tag => !validator.isValidTag(tag)),
  ];
}

describe('labels', () => {
  it.each(
    bases.flatMap(basis => personStates.map(state => [state, basis] as const)),
  )('of a person who is %s by %s are valid in the catalog', (state, basis) => {
    expect(invalid(labelsOfUser(state, basis)!)).toEqual([]);
  });

  it.each([
    [{ permille: 0, met: false }, '0.0 %', 'missed', ['mfa-target-missed']],
    [{ permille: 949, met: false }, '94.9 %', 'missed', ['mfa-target-missed']],
    [{ permille: 1000, met: true }, '100.0 %', 'met', ['mfa-target-met']],
    [{ permille: 1000, met: null }, '100.0 %', 'stale', []],
    [{ permille: null, met: null }, undefined, 'nobody', []],
    [{ permille: null, met: null, hidden: true }, undefined, 'hidden', []],
  ])('of a team with %j', (group, coverage, target, tags) => {
    const entityLabels = labelsOfGroup(group);
    expect(entityLabels.annotations['entra-mfa/coverage']).toBe(coverage);
    expect(entityLabels.labels['entra-mfa/target']).toBe(target);
    expect(entityLabels.tags).toEqual(tags);
    expect(invalid(entityLabels)).toEqual([]);
  });

  it('are none for a state that a newer backend has', () => {
    expect(labelsOfUser('paused', 'registered')).toBeUndefined();
    expect(labelsOfUser('toString', 'registered')).toBeUndefined();
  });

  it('replace labels of ours that the source brings along, and nothing else', () => {
    const entity = groupEntity('payments', {
      'entra-mfa/coverage': '12.0 %',
      'entra-mfa/target': '90',
    });
    entity.metadata.tags = ['mfa-target-met', 'core'];
    entity.metadata.labels = { 'entra-mfa/target': 'met', tier: 'one' };

    const labelled = labelEntity(
      entity,
      labelsOfGroup({ permille: 500, met: false }),
    );
    expect(labelled.metadata).toMatchObject({
      labels: { 'entra-mfa/target': 'missed', tier: 'one' },
      tags: ['core', 'mfa-target-missed'],
    });
    expect(labelled.metadata.annotations).toMatchObject({
      'entra-mfa/coverage': '50.0 %',
      'entra-mfa/target': '90',
    });
    expect(labelEntity(labelled, undefined).metadata.tags).toEqual(['core']);
  });
});
