import {
  filterFunctions,
  filterProperties,
  propertiesOnDemand,
  type FilterProperty,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './whatif.module.css';

const properties = Object.keys(filterProperties) as FilterProperty[];
const isOnDemand = (property: FilterProperty) =>
  propertiesOnDemand.some(one => one === property);

/** What a filter can say, and of which properties; folded. */
export function FilterHelp() {
  const { t } = useWords();
  return (
    <details className={styles.help}>
      <summary>{t('scope.help.title')}</summary>
      <p className={shared.smallLine}>
        {t('scope.help.text', {
          texts: 'eq, ne, in (…)',
          functions: filterFunctions.join(', '),
          dates: 'eq, ne, gt, ge, lt, le',
          joins: 'and, or, not (…)',
        })}
      </p>
      <DataTable
        label={t('scope.help.title')}
        columns={[
          { label: t('scope.help.property') },
          { label: t('scope.help.holds') },
        ]}
      >
        {properties.map(property => (
          <tr key={property}>
            <th scope="row">
              <code>{property}</code>
            </th>
            <td>
              {t(`scope.help.type.${filterProperties[property]}`)}
              {isOnDemand(property) && (
                <div className={shared.smallLine}>
                  {t('scope.help.onDemand')}
                </div>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </details>
  );
}
