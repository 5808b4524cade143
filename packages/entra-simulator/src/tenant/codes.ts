/**
 * The 32-bit codes behind object ids. Employees have the lowest: a seat, and how many people had it
 * before. Accounts that are no employees begin here.
 */
export const otherCodes = 0xe0000000;

/** Draws that belong to a row of the report, whoever it is about, begin here; they are no object. */
export const reportRowCodes = 0xd0000000;

/** Groups begin here. */
export const groupCodes = 0xf8000000;
