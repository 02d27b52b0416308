using Microsoft.AspNetCore.Components;

namespace Luoshi.Platform.Ui;

/// <summary>What all controls of a form share.</summary>
public abstract class InputBase : ComponentBase
{
    [Parameter, EditorRequired]
    public required FormState Form { get; set; }

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required Words Label { get; set; }

    [Parameter]
    public Words? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; }

    protected Words? Error => Form.ErrorOf(Name);

    protected string ControlId => Field.ControlId(Name);

    protected string? DescribedBy => Field.DescribedBy(Name, Hint is not null, Error is not null);

    protected string? Invalid => Error is null ? null : "true";
}
