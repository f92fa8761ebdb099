"""Indonesian: tokens, stems, topic queries, regions, units, tone and risk, each with its evidence."""
