using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Claims;

/// <summary>A time named in a sentence: from its place on, figures speak of it.</summary>
/// <param name="ToBlockEnd">今年以来 reaches to the end of its paragraph, other times to the end of the sentence.</param>
/// <param name="InList">10月、11月分别…: one of several, which only its own number is of.</param>
internal readonly record struct Mention(int At, Period Period, bool ToBlockEnd, bool InList = false);
