import { useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';

/** A choice of the reader that the portal keeps for them, as it keeps what they have starred. */
export function useStored(
  key: string,
  initial: boolean,
): [value: boolean, change: (value: boolean) => void] {
  const bucket = useApi(storageApiRef).forBucket('entra-mfa');
  const [value, setValue] = useState(
    () => bucket.snapshot<boolean>(key).value ?? initial,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<boolean>(key)
      .subscribe(snapshot => setValue(snapshot.value ?? initial));
    return () => subscription.unsubscribe();
  }, [bucket, key, initial]);
  const change = (next: boolean) => {
    setValue(next);
    void bucket.set(key, next);
  };
  return [value, change];
}
