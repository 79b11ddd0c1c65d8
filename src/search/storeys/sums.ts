/** Room to add up the scores of sections in: zero wherever nobody is at it. */
export class Sums {
  scores = new Float64Array(0);
  matchedTerms = new Uint16Array(0);

  ofAtLeast(sections: number): this {
    if (sections > this.scores.length) {
      this.scores = new Float64Array(sections);
      this.matchedTerms = new Uint16Array(sections);
    }
    return this;
  }

  /** What was added to that many. */
  clear(sections: number): void {
    this.scores.fill(0, 0, sections);
    this.matchedTerms.fill(0, 0, sections);
  }
}
