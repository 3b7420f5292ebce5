"""The original formula as a whole process, with PyTorch: what the Java program is compared with.

usage: python3 original.py FILE.csv OUTPUT.csv [EPOCHS]

Reads the second column of a CSV file with a header. Minimum and maximum become 0 and 1; every window of 30 values is
reconstructed by an LSTM autoencoder (1-128-64, 64-64-128-1) that is trained on all windows at once, for 10 steps of
Adam; a window's error is its mean absolute difference. Beside it stands the chi-square of the window's first digits
against Benford's law. Both, standardised over all windows, are added; what is above mean + 2.5 deviations is flagged.
A window's score belongs to its last value; those before the first window's end score 0. Needs nothing but PyTorch.
"""

import csv
import math
import sys

import torch

WINDOW = 30
EPOCHS = 10
LEARNING_RATE = 1e-3
FEWEST_DIGITS = 10
THRESHOLD = 2.5


class Autoencoder(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder1 = torch.nn.LSTM(1, 128, batch_first=True)
        self.encoder2 = torch.nn.LSTM(128, 64, batch_first=True)
        self.decoder1 = torch.nn.LSTM(64, 64, batch_first=True)
        self.decoder2 = torch.nn.LSTM(64, 128, batch_first=True)
        self.output = torch.nn.Linear(128, 1)

    def forward(self, windows):
        states, _ = self.encoder1(windows)
        states, _ = self.encoder2(states)
        code = states[:, -1:, :].repeat(1, windows.shape[1], 1)
        states, _ = self.decoder1(code)
        states, _ = self.decoder2(states)
        return self.output(states)


def reconstruction_errors(values, epochs):
    low, high = min(values), max(values)
    scaled = torch.tensor([(v - low) / (high - low) if high > low else 0.0 for v in values])
    windows = scaled.unfold(0, WINDOW, 1).unsqueeze(2).contiguous()
    network = Autoencoder()
    optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = (network(windows) - windows).abs().sum()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return (network(windows) - windows).abs().mean(dim=(1, 2)).tolist()


def first_digit(value):
    """Of the shortest decimal text, whose first digit other than 0 it is; 0 if the value is not positive."""
    if value <= 0:
        return 0
    return next(int(c) for c in repr(value) if c in "123456789")


def chi_squares(values):
    law = [math.log10(1 + 1 / d) for d in range(1, 10)]
    digits = [first_digit(v) for v in values]
    scores = []
    for start in range(len(values) - WINDOW + 1):
        counts = [0] * 10
        for digit in digits[start : start + WINDOW]:
            counts[digit] += 1
        n = WINDOW - counts[0]
        score = sum((c - n * p) ** 2 / (n * p) for c, p in zip(counts[1:], law)) if n >= FEWEST_DIGITS else 0.0
        scores.append(score)
    return scores


def standardised(scores):
    mean = sum(scores) / len(scores)
    deviation = math.sqrt(sum((s - mean) ** 2 for s in scores) / len(scores))
    return [(s - mean) / deviation if deviation > 0 else 0.0 for s in scores]


def main(source, target, epochs):
    torch.manual_seed(42)
    with open(source, newline="") as file:
        rows = list(csv.reader(file))[1:]
    values = [float(row[1]) for row in rows]
    errors = standardised(reconstruction_errors(values, epochs))
    digits = standardised(chi_squares(values))
    total = [e + d for e, d in zip(errors, digits)]
    mean = sum(total) / len(total)
    deviation = math.sqrt(sum((t - mean) ** 2 for t in total) / len(total))
    before = [0.0] * (WINDOW - 1)
    with open(target, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["time", "value", "score", "is_anomaly"])
        for row, value, score in zip(rows, values, before + total):
            out.writerow([row[0], value, score, int(score > mean + THRESHOLD * deviation)])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else EPOCHS)
