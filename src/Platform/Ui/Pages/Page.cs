using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Ui;

/// <summary>Pages are endpoints that return a component; its <c>@layout</c> puts the shell around it.</summary>
public static class Page
{
    /// <param name="parameters">An anonymous object with the component's parameters.</param>
    public static RazorComponentResult<TComponent> Of<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new(parameters ?? new { }) { StatusCode = status };

    public static RazorComponentResult<MessagePage> NotFound() =>
        Of<MessagePage>(new { Title = ShellTexts.NotFoundTitle, Hint = ShellTexts.NotFoundHint }, StatusCodes.Status404NotFound);

    /// <summary>A group of pages whose every unsafe request must carry the form token.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes, string prefix = "")
    {
        var group = routes.MapGroup(prefix);
        group.WithMetadata(new RequireAntiforgeryTokenAttribute(required: true));
        group.AddEndpointFilter(RefuseStaleForm);
        return group;
    }

    private static ValueTask<object?> RefuseStaleForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        return ValueTask.FromResult<object?>(
            Of<MessagePage>(new { Title = ShellTexts.StaleTitle, Hint = ShellTexts.StaleHint }, StatusCodes.Status400BadRequest));
    }
}
