"""Crisis-response monitoring for a ministry's public-relations desk."""
