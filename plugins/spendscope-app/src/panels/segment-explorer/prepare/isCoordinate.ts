const coordinate = /(^|\.)pca\d$/;

/** Whether a column lies around zero: how many times as large it is says nothing, and it has no logarithm. */
export const isCoordinate = (column: string): boolean => coordinate.test(column);
