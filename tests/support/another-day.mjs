// Loaded before a build: for it, today is another day. Only what asks for the day of today is told otherwise.
const real = Date;
const later = 400 * 24 * 60 * 60 * 1000;
globalThis.Date = class extends real {
  constructor(...args) {
    if (args.length === 0) super(real.now() + later);
    else super(...args);
  }
  static now() {
    return real.now() + later;
  }
};
