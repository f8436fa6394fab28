const LONG = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'UTC',
});

/** ‘2030-07-19’ is “Friday 19 July 2030”. */
export const longDay = (day: string): string => LONG.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
