using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;

namespace Luoshi.Platform.Tests.Storage;

internal enum SampleState
{
    Draft,
    Final,
}

internal sealed class Sample : EditableEntity
{
    public required string Name { get; set; }

    public decimal Amount { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public Period Period { get; set; }

    public SampleState State { get; set; }
}

internal sealed class SamplePart : Entity
{
    public required Guid SampleId { get; init; }
}

internal static class SampleDatabase
{
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) => TestDatabase.CreateAsync(kind, (services, options) => services
        .AddPlatform(options)
        .AddModelPart("sample", model => model
            .Table<Sample>("samples")
            .Table<SamplePart>("parts", part => part.HasOne<Sample>().WithMany().HasForeignKey(p => p.SampleId))));
}
