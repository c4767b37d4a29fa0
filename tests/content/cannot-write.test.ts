import { expect, test, vi } from 'vitest';
import { cannotWrite, tellingWhatCannotBeWritten } from '../../src/cli/cannot-write.ts';

const refused = (code: string): Error =>
  Object.assign(new Error(`${code}: no, open 'company/x.mdx'`), { code, path: 'company/x.mdx' });

test.each([
  ['EACCES', 'You may not write there.'],
  ['EPERM', 'another program has it open'],
  ['EROFS', 'The disk can only be read.'],
  ['ENOSPC', 'The disk is full.'],
])('%s is told with the file and what to do', (code, says) => {
  expect(cannotWrite(refused(code))).toMatch(/^company\/x\.mdx could not be written\. /);
  expect(cannotWrite(refused(code))).toContain(says);
});

test('a command that cannot write ends with 1 and says so; a fault of its own is not hidden', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = tellingWhatCannotBeWritten(() => {
    throw refused('EACCES');
  });
  expect([code, said.mock.calls.length]).toEqual([1, 1]);
  said.mockRestore();
  expect(tellingWhatCannotBeWritten(() => 2)).toBe(2);
  const fault = () =>
    tellingWhatCannotBeWritten(() => {
      throw new TypeError('a fault of the code');
    });
  expect(fault).toThrow('a fault of the code');
});
