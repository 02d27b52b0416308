using Luoshi.Kernel.Time;

namespace Luoshi.Platform.Tests.Storage;

internal static class Samples
{
    public static Sample Made(string name, decimal amount) => new()
    {
        Name = name,
        Amount = amount,
        Day = new DateOnly(2026, 6, 30),
        At = new DateTime(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc),
        Period = Period.OfHalf(2026, 1),
        State = SampleState.Final,
    };
}
