/** Height of the bar at the top, in pixels; plugins ask for it to stick things beneath. */
export const topBarHeight = 48;
