namespace Luoshi.Reading.Cleaning;

/// <summary>What a copy left in a text that is none of its words.</summary>
/// <param name="Start">Raw offset.</param>
/// <param name="End">Raw offset behind it.</param>
/// <param name="Meant">What is written in its place.</param>
/// <param name="IsGuess">It took a character with it, which is guessed.</param>
internal readonly record struct Leftover(int Start, int End, string Meant, bool IsGuess = false);
