let isShown = false;

/** Whether this server tells the accounts of the demonstration to whoever asks. Set once, when it starts. */
export function showDemonstration(shown: boolean): void {
  isShown = shown;
}

export const showsDemonstration = (): boolean => isShown;
