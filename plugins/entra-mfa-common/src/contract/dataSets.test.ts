import { dataSets } from '../lists';
import { dataSetSchema, type DataSet } from './dataSets';

it.each([...dataSets, 'acme/leavers'])('takes %s', name => {
  expect(dataSetSchema.safeParse(name).success).toBe(true);
});

it.each(['catalog-people', 'catalog-teams', '', '/', 'acme/', '/leavers'])(
  'refuses %j, which nobody reads',
  name => {
    expect(dataSetSchema.safeParse(name).success).toBe(false);
  },
);

it('lets nobody write about a data set that does not exist', () => {
  // @ts-expect-error It is called catalog-users.
  const misnamed: DataSet = 'catalog-people';
  expect(dataSets).not.toContain(misnamed);
});
