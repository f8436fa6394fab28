// As if the machine’s clock were wrong, for everything in this process that asks the time of day.
const wrongByMs = Number(process.env.CLOCK_WRONG_BY_MS);
const Right = Date;
globalThis.Date = class extends Right {
  constructor(...given) {
    super(...(given.length ? given : [Right.now() + wrongByMs]));
  }
  static now() {
    return Right.now() + wrongByMs;
  }
};
