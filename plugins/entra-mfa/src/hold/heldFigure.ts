import { type PublicationHold } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Words } from '../messages/useWords';

/** A figure of a hold as it is printed; where nobody is counted any more, nothing. */
export function heldFigure(
  { t, figureOf }: Words,
  figure: PublicationHold['to'],
): string {
  return figureOf(figure.permille) ?? t('hold.nothing');
}

/** Which readings are doubted, and why, as the title of a hold says it. */
export function doubtedText(
  { t }: Words,
  dataSets: NonNullable<PublicationHold['dataSets']>,
): string {
  return dataSets.map(one => t('hold.doubted', one)).join('; ');
}
