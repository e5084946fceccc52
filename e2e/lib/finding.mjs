// What is wrong with the page, as opposed to what is wrong with the test.

/** An error whose message says it all: no stack is printed. */
export class Finding extends Error {
  finding = true;
}

/** Fails with the message unless the condition holds. */
export function check(condition, message) {
  if (!condition) throw new Finding(message);
}
