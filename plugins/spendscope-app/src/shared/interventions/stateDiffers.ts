/** The API's code where other actions are in force on a target than the request says it was decided on. */
const code = 'state_differs';

/** Whether it was refused because the target changed after it was looked at. */
export const stateDiffers = (refusal: { problem?: { code: string } } | undefined): boolean =>
  refusal?.problem?.code === code;
