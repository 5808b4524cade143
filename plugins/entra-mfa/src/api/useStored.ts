import { useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * A choice of the reader that the portal keeps for them, as it keeps what they have starred.
 *
 * @param initial - always the same value; what was never chosen
 */
export function useStored<Value extends boolean | number | string[]>(
  key: string,
  initial: Value,
): [value: Value, change: (value: Value) => void] {
  const bucket = useApi(storageApiRef).forBucket('entra-mfa');
  const [value, setValue] = useState<Value>(
    () => bucket.snapshot<Value>(key).value ?? initial,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<Value>(key)
      .subscribe(snapshot => setValue(snapshot.value ?? initial));
    return () => subscription.unsubscribe();
  }, [bucket, key, initial]);
  const change = (next: Value) => {
    setValue(next);
    void bucket.set(key, next);
  };
  return [value, change];
}
