import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { ErasureOutcome } from '../../store/erase/erasePerson';
import type { StillThere } from '../../store/erase/readStillThere';

/** Says why nobody was forgotten, and what to do. What it says is audited, so it names nobody. */
export function refuse(
  result: Exclude<ErasureOutcome, { outcome: 'erased' }>,
): never {
  switch (result.outcome) {
    case 'unknown':
      throw new NotFoundError(
        'Nothing is kept of this object id in this tenant: there is nothing to erase',
      );
    case 'nothing-left':
      throw new ConflictError(
        'This person is erased already: there is nothing left to erase',
      );
    case 'sync-running':
      throw new ConflictError(
        'A sync of this tenant is under way, and could bring the person back: wait until it ends, and try again',
      );
    case 'named-in-reason':
      throw new InputError(
        'The reason stays on record, so it must not have a name, address or entity of the person: write a number of the request instead',
      );
    default:
      throw new ConflictError(
        `The next sync would bring this person back. ${stepsFor(
          result.where,
        ).join('. ')}. Then sync, and try again`,
      );
  }
}

function stepsFor(where: StillThere): string[] {
  const steps: [boolean, string][] = [
    [
      where.inDirectory,
      'The account is in the directory as it was read last: delete it in Entra',
    ],
    [
      where.inFigures && !where.inDirectory,
      'The newest figures still count the person: let a sync publish',
    ],
    [
      where.inCatalog,
      'The catalog has a User entity of the person: take it out of the catalog',
    ],
    [
      where.namedBy.length > 0,
      `The catalog names the person as owner or lead: name somebody else in ${where.namedBy.join(
        ', ',
      )}`,
    ],
    [
      where.inConfiguration,
      'The configuration names the person: take them out of entraMfa.scope',
    ],
  ];
  return steps.flatMap(([applies, step]) => (applies ? [step] : []));
}
