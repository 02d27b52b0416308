namespace Luoshi.Platform.Storage;

/// <summary>A stored thing with a key that grows with time (UUIDv7), so that indexes fill at their end on both databases.</summary>
public abstract class Entity
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>
/// Something people edit. <see cref="RowVersion"/> grows by one at every change; saving against an older one throws
/// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>, which pages show as a conflict with both versions.
/// </summary>
public abstract class EditableEntity : Entity
{
    public int RowVersion { get; internal set; } = 1;
}
