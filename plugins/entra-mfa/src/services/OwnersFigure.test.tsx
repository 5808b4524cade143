import { screen } from '@testing-library/react';
import type { OwnersFigure as Figure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { renderPart } from '../../dev/testing/renderPart';
import { OwnersFigure } from './OwnersFigure';

const nobody: Figure = {
  people: 0,
  covered: 0,
  uncovered: 0,
  unknown: 0,
  exempt: 0,
  phoneOnly: 0,
  phoneEnds: [],
  privilegedUncovered: null,
  ownersNotFound: 0,
};

it.each<[string, Partial<Figure> | null, 'good' | 'bad' | 'quiet']>([
  ['2 of 9', { covered: 7, uncovered: 2 }, 'bad'],
  ['0 of 7', { covered: 7 }, 'good'],
  ['1 of 1', { uncovered: 1 }, 'bad'],
  ['2 of 93 not known', { covered: 7, uncovered: 2, unknown: 3 }, 'bad'],
  ['nobody', {}, 'quiet'],
  ['nobody1 not known', { unknown: 1 }, 'quiet'],
  ['not shown', null, 'quiet'],
])('says: %s', async (text, figure, sign) => {
  renderPart(
    <p data-testid="cell">
      <OwnersFigure owners={figure && { ...nobody, ...figure }} />
    </p>,
  );
  const cell = await screen.findByTestId('cell');
  expect(cell.textContent).toBe(text);
  expect(cell.querySelector(`.${sign}`)).toBeInTheDocument();
});

it('says why there is nobody', async () => {
  renderPart(<OwnersFigure owners={nobody} />);
  expect(await screen.findByText('nobody')).toHaveAttribute(
    'title',
    'No owner of this is known to Microsoft Entra and in scope',
  );
});
