import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { EntraMfaContent } from './EntraMfaContent';

/** The KPI page as the new frontend system mounts it, below a header of the portal's. */
export function EntraMfaPage() {
  return (
    <main>
      <EntraMfaProvider>
        <EntraMfaContent />
      </EntraMfaProvider>
    </main>
  );
}
