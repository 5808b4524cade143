/** What somebody has registered, as a row of the report says it. */
export interface Registration {
  methods: string[];
  registered: boolean;
  capable: boolean;
  /** The preferred second factor. */
  preferred?: string;
}

const strong = (...methods: string[]): Registration => ({
  methods,
  registered: true,
  capable: true,
});

const weak = (...methods: string[]): Registration => ({
  methods,
  registered: false,
  capable: false,
});

/** What people of the recorded tenant have registered, by a word. Without a row, it is null. */
export const registrations = {
  app: strong('microsoftAuthenticatorPush', 'softwareOneTimePasscode'),
  sms: {
    ...strong('microsoftAuthenticatorPush', 'mobilePhone'),
    preferred: 'sms',
  },
  phone: strong('mobilePhone'),
  token: strong('hardwareOneTimePasscode'),
  passwordless: strong('microsoftAuthenticatorPasswordless'),
  hello: strong('windowsHelloForBusiness'),
  key: strong('passKeyDeviceBoundAuthenticator', 'fido2SecurityKey'),
  forbidden: { ...strong('softwareOneTimePasscode'), capable: false },
  nothing: weak(),
  mail: weak('email'),
  pass: weak('temporaryAccessPass'),
  external: weak('externalAuthMethod'),
  certificate: { ...weak(), capable: true },
  norow: null,
} satisfies Record<string, Registration | null>;

/** One of {@link registrations}. */
export type RegistrationWord = keyof typeof registrations;
