/** What is read of a question, wherever it is asked. Characters. */
export const LONGEST_QUESTION = 2000;
