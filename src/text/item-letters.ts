/** The letters that mark items of a list, in their order: 가. 나. 다. */
export const ITEM_LETTERS = "가나다라마바사아자차카타파하";
