/** What Windows-1252 has for 0x80 to 0x9F, where Latin-1 and Unicode have control characters. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
