// Imported first: what is drawn asks for the width of the screen once, when it is loaded.
window.matchMedia = query =>
  ({
    matches: query.startsWith('(min-width'),
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  } as unknown as MediaQueryList);
