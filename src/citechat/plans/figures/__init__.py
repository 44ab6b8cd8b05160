"""What figures answer: most and least, comparisons, sums, other units, rows of a table."""
