/* A list of numbers that grows. */

export class Numbered {
  count = 0;
  private numbers = new Int32Array(256);

  push(number: number): void {
    if (this.count === this.numbers.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.count] = number;
    this.count += 1;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }

  pop(): void {
    this.count -= 1;
  }

  all(): readonly number[] {
    return [...this.numbers.subarray(0, this.count)];
  }

  clear(): void {
    this.count = 0;
  }
}
