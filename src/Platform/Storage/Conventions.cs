using System.Text;
using Luoshi.Kernel.Places;
using Luoshi.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Luoshi.Platform.Storage;

/// <summary>How values are stored, the same on both databases.</summary>
internal static class Conventions
{
    public static void Types(ModelConfigurationBuilder types)
    {
        types.Properties<DateTime>().HaveConversion<UtcConverter>();
        types.Properties<Period>().HaveConversion<PeriodConverter>();
        types.Properties<DivisionCode>().HaveConversion<DivisionConverter>();
        types.Properties<CreditCode>().HaveConversion<CreditConverter>();
        // Words survive a reordering of the enum and can be read in the database.
        types.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>snake_case columns, so that SQL by hand needs no quotes on PostgreSQL; the concurrency token of editable entities.</summary>
    public static void Names(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
                continue;
            foreach (var property in entity.GetDeclaredProperties())
                property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var complex in entity.GetDeclaredComplexProperties())
                Complex(complex);
            if (typeof(EditableEntity).IsAssignableFrom(entity.ClrType) && entity.FindDeclaredProperty(nameof(EditableEntity.RowVersion)) is { } version)
                version.IsConcurrencyToken = true;
            // The client makes every key; a database default would only hide a forgotten one.
            if (entity.FindPrimaryKey() is { Properties: [{ ClrType: var type } key] } && type == typeof(Guid))
                key.ValueGenerated = ValueGenerated.Never;
        }
    }

    private static void Complex(IMutableComplexProperty complex)
    {
        if (complex.ComplexType.IsMappedToJson())
            return;
        foreach (var property in complex.ComplexType.GetProperties())
            property.SetColumnName(Snake(property.GetColumnName()));
        foreach (var inner in complex.ComplexType.GetComplexProperties())
            Complex(inner);
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}

/// <summary>Instants are UTC and kept to the microsecond, the finest step PostgreSQL has: what is read equals what was written.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), Checked(value.Kind)),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTimeKind Checked(DateTimeKind kind) =>
        kind == DateTimeKind.Utc ? kind : throw new InvalidOperationException("An instant must be UTC; take it from TimeProvider.GetUtcNow().UtcDateTime.");
}

/// <summary>2021-H1 and its like; ordinal order of the text is not the order of periods, sort in memory or keep a first day beside it.</summary>
internal sealed class PeriodConverter() : ValueConverter<Period, string>(value => value.ToString(), text => Period.Parse(text));

internal sealed class DivisionConverter() : ValueConverter<DivisionCode, string>(value => value.ToString(), text => DivisionCode.Parse(text));

internal sealed class CreditConverter() : ValueConverter<CreditCode, string>(value => value.ToString(), text => CreditCode.Parse(text));
