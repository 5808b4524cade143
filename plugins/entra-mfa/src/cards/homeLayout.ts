/** How much room the home page gives the card. */
export const homeLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 6 },
};
