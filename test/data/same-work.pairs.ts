/**
 * Rows of the delivery plan that are the same work under two headings, judged by reading it and all that was offered
 * with a likeness of 0.25 or more: the line a row is printed on, and its place among the cells of that line.
 */
export const SAME_WORK: readonly (readonly [string, string])[] = [
  // Procurement, printed again under sustainability.
  ['5970/1', '6146/1'],
  ['5971/1', '6147/1'],
  ['5974/1', '6148/1'],
  ['5975/1', '6149/1'],
  // Neighbourhoods, of the two place partnerships.
  ['5242/1', '5686/1'],
  ['5242/2', '5686/2'],
  ['5242/3', '5686/3'],
  // Stepped care and community rehabilitation.
  ['4557/1', '5564/1'],
  ['4557/1', '5567/1'],
  ['4557/1', '5568/1'],
  ['4557/2', '5564/2'],
  ['4557/2', '5567/2'],
  // Transitions from children’s to adults’ services.
  ['4425/1', '4621/1'],
  ['4425/1', '4621/2'],
  // Community diagnostic centres, and how they are reached.
  ['3525/1', '4942/1'],
  ['3525/1', '4789/1'],
  ['4789/1', '4942/1'],
  ['3522/1', '4818/1'],
  // The case for the cancer hospital.
  ['3582/1', '4946/1'],
  // Buildings without carbon.
  ['4970/1', '5932/1'],
  // A programme by its name.
  ['4283/1', '6237/1'],
  // Homes without damp: no word in common.
  ['5746/1', '5819/1'],
];
